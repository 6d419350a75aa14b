CREATE TABLE `challenge` (
	`id` text PRIMARY KEY NOT NULL,
	`classroom_id` text NOT NULL,
	`attempt_id` text NOT NULL,
	`exercise_id` text NOT NULL,
	`target` text NOT NULL,
	`target_key` text NOT NULL,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL,
	`ruling_id` text,
	FOREIGN KEY (`classroom_id`) REFERENCES `classroom`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempt`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`ruling_id`) REFERENCES `ruling`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `challenge_open` ON `challenge` (`attempt_id`,`target_key`) WHERE "challenge"."ruling_id" is null;--> statement-breakpoint
CREATE INDEX `challenge_attempt` ON `challenge` (`attempt_id`);--> statement-breakpoint
CREATE INDEX `challenge_classroom` ON `challenge` (`classroom_id`,`ruling_id`);--> statement-breakpoint
CREATE INDEX `challenge_ruling` ON `challenge` (`ruling_id`);--> statement-breakpoint
CREATE TABLE `notice` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`assignment_id` text NOT NULL,
	`ruling_id` text,
	`created_at` integer NOT NULL,
	`seen_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`ruling_id`) REFERENCES `ruling`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `notice_person` ON `notice` (`person_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `notice_new` ON `notice` (`person_id`) WHERE "notice"."seen_at" is null;--> statement-breakpoint
CREATE INDEX `notice_assignment` ON `notice` (`assignment_id`);--> statement-breakpoint
CREATE INDEX `notice_ruling` ON `notice` (`ruling_id`);--> statement-breakpoint
CREATE TABLE `ruling` (
	`id` text PRIMARY KEY NOT NULL,
	`classroom_id` text NOT NULL,
	`edition_id` text NOT NULL,
	`number` integer NOT NULL,
	`exercise_id` text NOT NULL,
	`target` text NOT NULL,
	`decision` text NOT NULL,
	`envelope_start` integer,
	`envelope_end` integer,
	`answer` text NOT NULL,
	`counts` text NOT NULL,
	`counts_reason` text,
	`ruled_by` text,
	`created_at` integer NOT NULL,
	`regraded_at` integer,
	FOREIGN KEY (`classroom_id`) REFERENCES `classroom`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`edition_id`) REFERENCES `edition`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ruled_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ruling_number` ON `ruling` (`classroom_id`,`edition_id`,`number`);--> statement-breakpoint
CREATE INDEX `ruling_unfinished` ON `ruling` (`created_at`) WHERE "ruling"."regraded_at" is null;--> statement-breakpoint
DROP INDEX `score_result`;--> statement-breakpoint
ALTER TABLE `score` ADD `counts` text DEFAULT 'better' NOT NULL;--> statement-breakpoint
CREATE INDEX `score_result` ON `score` (`attempt_id`,`exercise_id`,`created_at`,`earned`,`possible`,`needs_teacher`,`counts`);