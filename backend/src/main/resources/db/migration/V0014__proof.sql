-- Proof of what was signed: frozen content, chained and signed with a key that is not in this database (docs/decisions/012-proof.md).
-- No foreign key: a proof outlives what it proves, and signing locks no more than the chain of one portfolio.
CREATE TABLE signature (
  programme_id BIGINT NOT NULL COMMENT 'Whose portfolio, hence which chain',
  number INT NOT NULL COMMENT 'Place in the chain, from 1 without gap',
  public_id CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'Random name of this signature, printed on the record',
  kind VARCHAR(32) NOT NULL COMMENT 'SUPERVISION, ASSESSMENT, ASSESSMENT_CONFIRMATION, VOIDING, IUP_APPROVAL, IUP_VERSION, GOAL_ATTESTATION, GOAL_ATTESTATION_WITHDRAWAL',
  record_id BIGINT NOT NULL COMMENT 'The record that was signed',
  record_part VARCHAR(32) NOT NULL COMMENT 'Which of the rows with this key: the kind of record voided, the approver, the version; else empty',
  content MEDIUMTEXT NULL COMMENT 'The record as it was signed, as canonical JSON (RFC 8785); empty once erased by a decision',
  content_hash CHAR(64) NOT NULL COMMENT 'SHA-256 of the content',
  signer_id BIGINT NULL COMMENT 'Who signed; empty for somebody without account',
  signer_name VARCHAR(200) NOT NULL COMMENT 'The name that day',
  signer_role VARCHAR(64) NOT NULL COMMENT 'What the signer was to the doctor that day, joined by +',
  method VARCHAR(16) NOT NULL COMMENT 'How the signer was known: SIGNED_IN, PIN, LINK',
  signed_at DATETIME(6) NOT NULL COMMENT 'UTC, when it was signed',
  sealed_at DATETIME(6) NOT NULL COMMENT 'UTC, when this row was written',
  transferred BOOLEAN NOT NULL COMMENT 'Signed before there were proofs: content as of sealed_at',
  previous_hash CHAR(64) NOT NULL COMMENT 'Hash of the signature before in this chain; zeros for the first',
  hash CHAR(64) NOT NULL COMMENT 'SHA-256 of all of this row but content, hash and signature, as canonical JSON',
  key_id CHAR(16) NOT NULL COMMENT 'The key that signed',
  signature CHAR(88) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'Ed25519 over what the hash is of, as base64',
  PRIMARY KEY (programme_id, number),
  UNIQUE KEY uq_signature_public_id (public_id),
  UNIQUE KEY uq_signature_record (kind, record_id, record_part)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='What was signed, frozen and chained for each portfolio; append only';

CREATE TABLE signature_chain (
  programme_id BIGINT NOT NULL COMMENT 'Whose portfolio',
  length INT NOT NULL COMMENT 'How many signatures the chain has',
  head_hash CHAR(64) NOT NULL COMMENT 'Hash of the last one; zeros for none',
  key_id CHAR(16) NOT NULL COMMENT 'The key that signed',
  signature CHAR(88) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'Ed25519 over programme, length, head and key, as base64',
  PRIMARY KEY (programme_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Count and head of each chain of signatures, so that a removed last one is found; only grows';

CREATE TABLE signature_tombstone (
  programme_id BIGINT NOT NULL COMMENT 'Chain',
  number INT NOT NULL COMMENT 'The signature whose record is gone',
  signature_hash CHAR(64) NOT NULL COMMENT 'Hash of that signature',
  erased_by BIGINT NOT NULL COMMENT 'The administrator',
  erased_by_name VARCHAR(200) NOT NULL COMMENT 'The name that day',
  erased_at DATETIME(6) NOT NULL COMMENT 'UTC',
  decision VARCHAR(100) NOT NULL COMMENT 'Reference number of the decision',
  reason VARCHAR(2000) NOT NULL COMMENT 'Why, without anything of the text',
  key_id CHAR(16) NOT NULL COMMENT 'The key that signed',
  signature CHAR(88) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'Ed25519 over all of this row, as base64',
  PRIMARY KEY (programme_id, number),
  KEY ix_signature_tombstone_erased_by (erased_by),
  CONSTRAINT fk_signature_tombstone_erased_by FOREIGN KEY (erased_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='A record that was deleted by a lawful decision; append only';

CREATE TABLE signature_start (
  name CHAR(5) NOT NULL COMMENT 'Always start',
  started_at DATETIME(6) NOT NULL COMMENT 'UTC; what was signed before was signed in one go then, nothing afterwards',
  key_id CHAR(16) NOT NULL COMMENT 'The key that signed',
  signature CHAR(88) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'Ed25519 over the above, as base64',
  PRIMARY KEY (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='When proofs began in this database; append only';

CREATE TRIGGER signature_update BEFORE UPDATE ON signature FOR EACH ROW
BEGIN
  IF NEW.content IS NOT NULL OR NEW.programme_id <> OLD.programme_id OR NEW.number <> OLD.number OR NEW.hash <> OLD.hash
    OR NOT EXISTS (SELECT 1 FROM signature_tombstone t WHERE t.programme_id = OLD.programme_id AND t.number = OLD.number)
  THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A signature cannot change'; END IF;
END;
CREATE TRIGGER signature_delete BEFORE DELETE ON signature FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A signature cannot be deleted';
END;
CREATE TRIGGER signature_chain_update BEFORE UPDATE ON signature_chain FOR EACH ROW
BEGIN
  IF NEW.programme_id <> OLD.programme_id OR NEW.length < OLD.length THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A chain of signatures only grows'; END IF;
END;
CREATE TRIGGER signature_chain_delete BEFORE DELETE ON signature_chain FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A chain of signatures cannot be deleted';
END;
CREATE TRIGGER signature_tombstone_update BEFORE UPDATE ON signature_tombstone FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A tombstone cannot change';
END;
CREATE TRIGGER signature_tombstone_delete BEFORE DELETE ON signature_tombstone FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A tombstone cannot be deleted';
END;

-- A signed record may go only once its tombstone stands.
DROP TRIGGER supervision_signed_delete;
CREATE TRIGGER supervision_signed_delete BEFORE DELETE ON supervision FOR EACH ROW
BEGIN
  IF OLD.state = 'SIGNED' AND NOT EXISTS (SELECT 1 FROM signature g JOIN signature_tombstone t ON t.programme_id = g.programme_id AND t.number = g.number
    WHERE g.kind = 'SUPERVISION' AND g.record_id = OLD.id) THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A signed supervision session cannot be deleted'; END IF;
END;
DROP TRIGGER supervision_goal_signed_delete;
CREATE TRIGGER supervision_goal_signed_delete BEFORE DELETE ON supervision_goal FOR EACH ROW
BEGIN
  IF EXISTS (SELECT 1 FROM supervision s WHERE s.id = OLD.supervision_id AND s.state = 'SIGNED')
    AND NOT EXISTS (SELECT 1 FROM signature g JOIN signature_tombstone t ON t.programme_id = g.programme_id AND t.number = g.number
    WHERE g.kind = 'SUPERVISION' AND g.record_id = OLD.supervision_id) THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A signed supervision session cannot change'; END IF;
END;
DROP TRIGGER assessment_signed_delete;
CREATE TRIGGER assessment_signed_delete BEFORE DELETE ON assessment FOR EACH ROW
BEGIN
  IF OLD.state = 'SIGNED' AND NOT EXISTS (SELECT 1 FROM signature g JOIN signature_tombstone t ON t.programme_id = g.programme_id AND t.number = g.number
    WHERE g.kind = 'ASSESSMENT' AND g.record_id = OLD.id) THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A signed assessment cannot be deleted'; END IF;
END;
DROP TRIGGER assessment_goal_signed_delete;
CREATE TRIGGER assessment_goal_signed_delete BEFORE DELETE ON assessment_goal FOR EACH ROW
BEGIN
  IF EXISTS (SELECT 1 FROM assessment a WHERE a.id = OLD.assessment_id AND a.state = 'SIGNED')
    AND NOT EXISTS (SELECT 1 FROM signature g JOIN signature_tombstone t ON t.programme_id = g.programme_id AND t.number = g.number
    WHERE g.kind = 'ASSESSMENT' AND g.record_id = OLD.assessment_id) THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A signed assessment cannot change'; END IF;
END;
CREATE TRIGGER voiding_delete BEFORE DELETE ON voiding FOR EACH ROW
BEGIN
  IF NOT EXISTS (SELECT 1 FROM signature g JOIN signature_tombstone t ON t.programme_id = g.programme_id AND t.number = g.number
    WHERE g.kind = 'VOIDING' AND g.record_id = OLD.record_id AND g.record_part = OLD.record_kind) THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A voiding cannot be deleted'; END IF;
END;
CREATE TRIGGER assessment_confirmation_delete BEFORE DELETE ON assessment_confirmation FOR EACH ROW
BEGIN
  IF NOT EXISTS (SELECT 1 FROM signature g JOIN signature_tombstone t ON t.programme_id = g.programme_id AND t.number = g.number
    WHERE g.kind = 'ASSESSMENT_CONFIRMATION' AND g.record_id = OLD.assessment_id) THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A confirmation cannot be deleted'; END IF;
END;
