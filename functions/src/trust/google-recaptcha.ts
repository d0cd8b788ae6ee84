/** A module of its own: a dynamic import of a CommonJS package from a bundle would yield its `default` alone. */
export { RecaptchaEnterpriseServiceClient } from '@google-cloud/recaptcha-enterprise';
