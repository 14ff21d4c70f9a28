/** A customer is new for so many days from the first order: one of three months is not new any more. */
export const NEW_FOR_DAYS = 90;
