package io.keyreel.exchange;

/**
 * A finished export to hand out.
 *
 * @param name for the person who saves it
 * @param sha256 in hexadecimal
 */
public record ExportFile(Export export, String name, long size, String sha256) {}
