-- A released round (360) never changes, and what hangs on a signed assessment goes with it once its tombstone stands.
CREATE TRIGGER feedback_round_released_update BEFORE UPDATE ON feedback_round FOR EACH ROW
BEGIN
  IF OLD.state = 'RELEASED' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A released round cannot change'; END IF;
END;
CREATE TRIGGER feedback_round_released_delete BEFORE DELETE ON feedback_round FOR EACH ROW
BEGIN
  IF OLD.state = 'RELEASED' AND NOT EXISTS (SELECT 1 FROM signature g JOIN signature_tombstone t ON t.programme_id = g.programme_id AND t.number = g.number
    WHERE g.kind = 'FEEDBACK' AND g.record_id = OLD.assessment_id) THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A released round cannot be deleted'; END IF;
END;
CREATE TRIGGER feedback_answer_released_insert BEFORE INSERT ON feedback_answer FOR EACH ROW
BEGIN
  IF EXISTS (SELECT 1 FROM feedback_round f WHERE f.id = NEW.round_id AND f.state <> 'OPEN') THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The round is over'; END IF;
END;
CREATE TRIGGER feedback_answer_delete BEFORE DELETE ON feedback_answer FOR EACH ROW
BEGIN
  IF NOT EXISTS (SELECT 1 FROM feedback_round f JOIN signature g ON g.kind = 'FEEDBACK' AND g.record_id = f.assessment_id
    JOIN signature_tombstone t ON t.programme_id = g.programme_id AND t.number = g.number WHERE f.id = OLD.round_id)
  THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'An answer of a round cannot be deleted'; END IF;
END;
CREATE TRIGGER assessment_receipt_delete BEFORE DELETE ON assessment_receipt FOR EACH ROW
BEGIN
  IF NOT EXISTS (SELECT 1 FROM signature g JOIN signature_tombstone t ON t.programme_id = g.programme_id AND t.number = g.number
    WHERE g.kind = 'ASSESSMENT' AND g.record_id = OLD.assessment_id) THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A receipt cannot be deleted'; END IF;
END;
CREATE TRIGGER assessment_reminder_delete BEFORE DELETE ON assessment_reminder FOR EACH ROW
BEGIN
  IF NOT EXISTS (SELECT 1 FROM signature g JOIN signature_tombstone t ON t.programme_id = g.programme_id AND t.number = g.number
    WHERE g.kind = 'ASSESSMENT' AND g.record_id = OLD.assessment_id) THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A reminder cannot be deleted'; END IF;
END;
CREATE TRIGGER assessment_oddity_delete BEFORE DELETE ON assessment_oddity FOR EACH ROW
BEGIN
  IF NOT EXISTS (SELECT 1 FROM signature g JOIN signature_tombstone t ON t.programme_id = g.programme_id AND t.number = g.number
    WHERE g.kind = 'ASSESSMENT' AND g.record_id = OLD.assessment_id) THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'What was odd cannot be deleted'; END IF;
END;
CREATE TRIGGER assessment_oddity_check_delete BEFORE DELETE ON assessment_oddity_check FOR EACH ROW
BEGIN
  IF NOT EXISTS (SELECT 1 FROM assessment_oddity o JOIN signature g ON g.kind = 'ASSESSMENT' AND g.record_id = o.assessment_id
    JOIN signature_tombstone t ON t.programme_id = g.programme_id AND t.number = g.number WHERE o.id = OLD.oddity_id)
  THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'What was ticked off cannot be deleted'; END IF;
END;
