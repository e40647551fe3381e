/* The contestants: each gives a function that does the whole work on items that are there already. */
module.exports = { ...require('./brazeContestants.cjs'), ...require('./batchContestants.cjs') };
