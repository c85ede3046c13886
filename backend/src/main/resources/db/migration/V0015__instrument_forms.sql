-- A form may be a clinic's own; what it asks is JSON with a format (before: format 0, a plain list of fields).
ALTER TABLE assessment_template
  ADD clinic_id BIGINT NULL COMMENT 'Whose form; empty for those that come with the program',
  ADD kind VARCHAR(16) NOT NULL DEFAULT 'ASSESSMENT' COMMENT 'ASSESSMENT, PROCEDURE (counted towards a körkort), SELF_RATING',
  ADD overall_steps INT NOT NULL DEFAULT 4 COMMENT 'Steps of the overall judgement as the definition has them; 0 where there is none',
  ADD published_by BIGINT NULL COMMENT 'Who published it; empty for those that come with the program',
  MODIFY definition MEDIUMTEXT NOT NULL COMMENT 'Sections, fields, scale and procedures as JSON with its format; format 0 is a list of fields',
  ADD KEY ix_assessment_template_clinic (clinic_id, code, version),
  ADD KEY ix_assessment_template_published_by (published_by),
  ADD CONSTRAINT fk_assessment_template_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id),
  ADD CONSTRAINT fk_assessment_template_published_by FOREIGN KEY (published_by) REFERENCES person (id);

CREATE TABLE template_draft (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'Key',
  clinic_id BIGINT NOT NULL COMMENT 'Whose form',
  code VARCHAR(64) NOT NULL COMMENT 'As it is published: k, the clinic''s number, a hyphen and a word',
  kind VARCHAR(16) NOT NULL COMMENT 'ASSESSMENT or PROCEDURE',
  name VARCHAR(200) NOT NULL COMMENT 'Name',
  formal BOOLEAN NOT NULL COMMENT 'Whether it is to count for the indicator ASSESSMENT',
  competences VARCHAR(200) NOT NULL COMMENT 'General competences that it is to show, comma separated',
  definition MEDIUMTEXT NOT NULL COMMENT 'As in assessment_template; may be incomplete',
  updated_by BIGINT NOT NULL COMMENT 'Who saved it last',
  updated_at DATETIME(6) NOT NULL COMMENT 'UTC, last save',
  version INT NOT NULL DEFAULT 0 COMMENT 'Optimistic lock',
  PRIMARY KEY (id),
  UNIQUE KEY uq_template_draft_code (code),
  KEY ix_template_draft_clinic (clinic_id, name),
  KEY ix_template_draft_updated_by (updated_by),
  CONSTRAINT fk_template_draft_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id),
  CONSTRAINT fk_template_draft_updated_by FOREIGN KEY (updated_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='What the next version of a clinic''s own form will be; the versions are in assessment_template';

CREATE TABLE template_hidden (
  clinic_id BIGINT NOT NULL COMMENT 'Which clinic',
  template_code VARCHAR(64) NOT NULL COMMENT 'Which form, one that comes with the program or the clinic''s own',
  hidden_by BIGINT NOT NULL COMMENT 'Who took it out of use',
  hidden_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (clinic_id, template_code),
  KEY ix_template_hidden_by (hidden_by),
  CONSTRAINT fk_template_hidden_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id),
  CONSTRAINT fk_template_hidden_by FOREIGN KEY (hidden_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci COMMENT='Forms that a clinic does not offer its doctors; records on them stay';
