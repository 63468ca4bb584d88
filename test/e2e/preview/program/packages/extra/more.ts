export const word = 'extra';
