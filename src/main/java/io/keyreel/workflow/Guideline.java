package io.keyreel.workflow;

/**
 * How a project wants its labels made.
 *
 * @param version 0 when nobody has written any
 * @param html the same, safe to show: nothing in it runs, nothing in it was written as HTML
 */
public record Guideline(int version, String markdown, String html) {}
