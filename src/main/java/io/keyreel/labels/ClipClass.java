package io.keyreel.labels;

/** What a whole clip can be tagged with. */
public record ClipClass(String id, String name) {}
