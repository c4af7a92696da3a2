package io.keyreel.jobs;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work asked for.
 *
 * @param topic which handler does it
 * @param subject what it is about
 * @param projectId whose members hear of it
 * @param title what people read in the list of jobs
 * @param payload JSON for the handler
 * @param dedupeKey a request joins the waiting job of the same topic and key, if there is one
 */
public record JobRequest(
    String topic,
    UUID subject,
    @Nullable UUID projectId,
    String title,
    @Nullable UUID requestedBy,
    String payload,
    @Nullable String dedupeKey) {}
