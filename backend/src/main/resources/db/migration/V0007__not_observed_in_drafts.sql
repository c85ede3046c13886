-- "Ej observerat" is kept in a draft as 0, so that it is not taken for a judgement that is not made yet.
ALTER TABLE assessment_draft
  MODIFY overall INT NULL COMMENT 'Independence 1-4; 0 is not observed, empty is not chosen yet';
