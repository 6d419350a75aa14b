CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`classroom_id` text NOT NULL,
	`role` text NOT NULL,
	`invited_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`classroom_id`) REFERENCES `classroom`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`invited_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `invitation_classroom` ON `invitation` (`classroom_id`);--> statement-breakpoint
CREATE TABLE `sequence` (
	`id` text PRIMARY KEY NOT NULL,
	`classroom_id` text NOT NULL,
	`name` text NOT NULL,
	`is_stepwise` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`classroom_id`) REFERENCES `classroom`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sequence_classroom` ON `sequence` (`classroom_id`);--> statement-breakpoint
CREATE TABLE `explanation` (
	`id` text PRIMARY KEY NOT NULL,
	`classroom_id` text NOT NULL,
	`document` text NOT NULL,
	`category` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`quote` text NOT NULL,
	`words` text NOT NULL,
	`written_by` text,
	`created_at` integer NOT NULL,
	`changed_at` integer,
	FOREIGN KEY (`classroom_id`) REFERENCES `classroom`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`written_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `explanation_document` ON `explanation` (`classroom_id`,`document`);--> statement-breakpoint
CREATE TABLE `study_answer` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`person_id` text NOT NULL,
	`place` integer NOT NULL,
	`sentence` text NOT NULL,
	`version` text NOT NULL,
	`technique` text NOT NULL,
	`content` text NOT NULL,
	`credit` integer NOT NULL,
	`confidence` text,
	`is_first` integer NOT NULL,
	`answered_at` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `study_session`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `study_answer_place` ON `study_answer` (`session_id`,`place`);--> statement-breakpoint
CREATE INDEX `study_answer_person` ON `study_answer` (`person_id`,`answered_at`);--> statement-breakpoint
CREATE TABLE `study_session` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`plan` text NOT NULL,
	`opened_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `study_session_person` ON `study_session` (`person_id`,`opened_at`);--> statement-breakpoint
CREATE TABLE `study_setting` (
	`person_id` text PRIMARY KEY NOT NULL,
	`mirror_off` integer DEFAULT false NOT NULL,
	`mirror_since` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `technique_card` (
	`person_id` text NOT NULL,
	`technique` text NOT NULL,
	`card` text NOT NULL,
	`scheduler` text NOT NULL,
	`due_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `technique`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `grade_draft` (
	`attempt_id` text NOT NULL,
	`exercise_id` text NOT NULL,
	`revision` integer NOT NULL,
	`points` integer,
	`levels` text,
	`comment` text NOT NULL,
	`saved_by` text,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`attempt_id`, `exercise_id`),
	FOREIGN KEY (`attempt_id`) REFERENCES `attempt`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`saved_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `pinned_comment` (
	`id` text PRIMARY KEY NOT NULL,
	`attempt_id` text NOT NULL,
	`exercise_id` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`quote` text NOT NULL,
	`comment` text NOT NULL,
	`written_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempt`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`written_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `pinned_comment_attempt` ON `pinned_comment` (`attempt_id`,`created_at`);--> statement-breakpoint
DROP INDEX `attempt_assignment_person`;--> statement-breakpoint
ALTER TABLE `attempt` ADD `number` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `attempt` ADD `counts` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `attempt` ADD `draft_comment` text;--> statement-breakpoint
CREATE UNIQUE INDEX `attempt_assignment_person_number` ON `attempt` (`assignment_id`,`person_id`,`number`) WHERE "attempt"."assignment_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `attempt_that_counts` ON `attempt` (`assignment_id`,`person_id`) WHERE "attempt"."assignment_id" is not null and "attempt"."counts" = 1;--> statement-breakpoint
ALTER TABLE `assignment` ADD `exercises` text;--> statement-breakpoint
ALTER TABLE `assignment` ADD `open_at` integer;--> statement-breakpoint
ALTER TABLE `assignment` ADD `close_at` integer;--> statement-breakpoint
ALTER TABLE `assignment` ADD `attempts_allowed` integer DEFAULT 1;--> statement-breakpoint
ALTER TABLE `assignment` ADD `counts_attempt` text DEFAULT 'best' NOT NULL;--> statement-breakpoint
ALTER TABLE `assignment` ADD `late_rule` text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE `assignment` ADD `late_percent_per_day` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `assignment` ADD `feedback_at` integer;--> statement-breakpoint
ALTER TABLE `assignment` ADD `class_marks` text DEFAULT 'hidden' NOT NULL;--> statement-breakpoint
ALTER TABLE `assignment` ADD `names_hidden` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `assignment` ADD `sequence_id` text REFERENCES sequence(id) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `assignment` ADD `sequence_place` integer;--> statement-breakpoint
ALTER TABLE `assignment` ADD `only_for` text REFERENCES person(id) ON DELETE cascade;--> statement-breakpoint
ALTER TABLE `classroom` ADD `time_zone` text DEFAULT 'UTC' NOT NULL;--> statement-breakpoint
ALTER TABLE `classroom` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `grade` ADD `levels` text;--> statement-breakpoint
ALTER TABLE `person` ADD `must_change_password` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `notice_due_soon` ON `notice` (`assignment_id`,`person_id`) WHERE "notice"."kind" = 'due soon';