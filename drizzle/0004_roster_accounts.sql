CREATE TABLE `roster_account` (
	`person_id` text PRIMARY KEY NOT NULL,
	`classroom_id` text NOT NULL,
	`card_made_at` integer NOT NULL,
	`card_made_by` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`classroom_id`) REFERENCES `classroom`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`card_made_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `roster_account_classroom` ON `roster_account` (`classroom_id`);--> statement-breakpoint
CREATE INDEX `roster_account_card_made_by` ON `roster_account` (`card_made_by`);