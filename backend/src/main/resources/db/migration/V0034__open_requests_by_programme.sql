-- Requests that were open on a day are those not signed by then: found by programme without reading what was signed.
ALTER TABLE assessment ADD KEY ix_assessment_signed (programme_id, signed_at);
