CREATE TABLE `answer` (
	`attempt_id` text NOT NULL,
	`exercise_id` text NOT NULL,
	`try_number` integer NOT NULL,
	`revision` integer NOT NULL,
	`content` text NOT NULL,
	`saved_at` integer NOT NULL,
	`checked_at` integer,
	PRIMARY KEY(`attempt_id`, `exercise_id`, `try_number`),
	FOREIGN KEY (`attempt_id`) REFERENCES `attempt`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `assignment` (
	`id` text PRIMARY KEY NOT NULL,
	`classroom_id` text NOT NULL,
	`lesson` text NOT NULL,
	`edition_id` text NOT NULL,
	`due_at` integer,
	`feedback_rule` text NOT NULL,
	`practice_closed` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`classroom_id`) REFERENCES `classroom`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`edition_id`) REFERENCES `edition`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assignment_classroom` ON `assignment` (`classroom_id`);--> statement-breakpoint
CREATE INDEX `assignment_closing_practice` ON `assignment` (`lesson`) WHERE "assignment"."practice_closed" = 1;--> statement-breakpoint
CREATE TABLE `attempt` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`lesson` text NOT NULL,
	`edition_id` text NOT NULL,
	`assignment_id` text,
	`opened_at` integer NOT NULL,
	`handed_in_at` integer,
	`late` integer DEFAULT false NOT NULL,
	`returned_at` integer,
	`comment` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`edition_id`) REFERENCES `edition`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attempt_assignment_person` ON `attempt` (`assignment_id`,`person_id`) WHERE "attempt"."assignment_id" is not null;--> statement-breakpoint
CREATE INDEX `attempt_person_lesson` ON `attempt` (`person_id`,`lesson`,`opened_at`);--> statement-breakpoint
CREATE TABLE `classroom` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`join_code` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `classroom_join_code_unique` ON `classroom` (`join_code`);--> statement-breakpoint
CREATE TABLE `edition` (
	`id` text PRIMARY KEY NOT NULL,
	`lesson` text NOT NULL,
	`content` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `grade` (
	`id` text PRIMARY KEY NOT NULL,
	`attempt_id` text NOT NULL,
	`exercise_id` text NOT NULL,
	`points` integer,
	`comment` text NOT NULL,
	`graded_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempt`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`graded_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `grade_attempt` ON `grade` (`attempt_id`,`exercise_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `membership` (
	`classroom_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`joined_at` integer NOT NULL,
	PRIMARY KEY(`classroom_id`, `person_id`),
	FOREIGN KEY (`classroom_id`) REFERENCES `classroom`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `membership_person` ON `membership` (`person_id`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`user_name` text,
	`display_name` text,
	`password_hash` text,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_user_name_unique` ON `person` (`user_name`);--> statement-breakpoint
CREATE INDEX `person_guest_last_seen` ON `person` (`last_seen_at`) WHERE "person"."user_name" is null;--> statement-breakpoint
CREATE TABLE `reset_link` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reset_link_person` ON `reset_link` (`person_id`);--> statement-breakpoint
CREATE TABLE `score` (
	`id` text PRIMARY KEY NOT NULL,
	`attempt_id` text NOT NULL,
	`exercise_id` text NOT NULL,
	`try_number` integer NOT NULL,
	`key_version` text NOT NULL,
	`earned` integer NOT NULL,
	`possible` integer NOT NULL,
	`needs_teacher` integer NOT NULL,
	`detail` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempt`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `score_attempt` ON `score` (`attempt_id`,`exercise_id`,`try_number`,`created_at`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `session_person` ON `session` (`person_id`);