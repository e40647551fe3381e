/* The contestants: each gives a function that does the whole work on items that are there already. */
const braze = require('./brazeContestants.cjs');

module.exports = { ...braze };
