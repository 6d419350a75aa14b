CREATE TABLE `category` (
	`id` text PRIMARY KEY NOT NULL,
	`classroom_id` text NOT NULL,
	`name` text NOT NULL,
	`weight` integer NOT NULL,
	`drop_lowest` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`classroom_id`) REFERENCES `classroom`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `category_classroom` ON `category` (`classroom_id`);--> statement-breakpoint
CREATE TABLE `exception` (
	`assignment_id` text NOT NULL,
	`person_id` text NOT NULL,
	`due_at` integer,
	`excused` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`assignment_id`, `person_id`),
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `exception_person` ON `exception` (`person_id`);--> statement-breakpoint
DROP INDEX `score_attempt`;--> statement-breakpoint
CREATE INDEX `score_result` ON `score` (`attempt_id`,`exercise_id`,`created_at`,`earned`,`possible`,`needs_teacher`);--> statement-breakpoint
ALTER TABLE `assignment` ADD `weight` integer DEFAULT 100 NOT NULL;--> statement-breakpoint
ALTER TABLE `assignment` ADD `category_id` text REFERENCES category(id) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `classroom` ADD `other_weight` integer DEFAULT 100 NOT NULL;--> statement-breakpoint
ALTER TABLE `classroom` ADD `other_drop_lowest` integer DEFAULT 0 NOT NULL;