/** The key of this browser's manager id. The dashboard sets it, so a manager's visits to their own page are not counted. */
export const OWN_PAGE = 'foyer-own-page';
