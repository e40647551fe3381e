/** The process's highest memory so far, in MB. */
exports.peakMemoryMb = () => Math.round(process.resourceUsage().maxRSS / 1024);
