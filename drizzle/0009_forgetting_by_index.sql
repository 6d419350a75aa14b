CREATE INDEX `assignment_only_for` ON `assignment` (`only_for`) WHERE "assignment"."only_for" is not null;--> statement-breakpoint
CREATE INDEX `explanation_written_by` ON `explanation` (`written_by`);--> statement-breakpoint
CREATE INDEX `ruling_ruled_by` ON `ruling` (`ruled_by`);--> statement-breakpoint
CREATE INDEX `grade_graded_by` ON `grade` (`graded_by`);--> statement-breakpoint
CREATE INDEX `grade_draft_saved_by` ON `grade_draft` (`saved_by`);--> statement-breakpoint
CREATE INDEX `pinned_comment_written_by` ON `pinned_comment` (`written_by`);