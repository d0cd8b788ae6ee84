/** Where the dashboard leaves the id of the manager who uses this browser, so that the page does not count its own owner. */
export const OWN_PAGE = 'foyer-own-page';
