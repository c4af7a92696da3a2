package io.keyreel.labels;

/**
 * What a change of classes does to labels that are there.
 *
 * @param blocks whether the change cannot be made for this
 */
public record OntologyEffect(boolean blocks, String message) {}
