package io.keyreel.jobs;

/**
 * One try at a job.
 *
 * @param number rises with each start, also after a worker's death
 * @param failures how often it was tried and failed
 */
record Attempt(Job job, int number, int failures) {}
