ALTER TABLE `attempt` ADD `to_grade` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `attempt_to_grade` ON `attempt` (`assignment_id`,`handed_in_at`) WHERE "attempt"."to_grade" > 0;--> statement-breakpoint
CREATE INDEX `attempt_to_return` ON `attempt` (`assignment_id`,`handed_in_at`) WHERE "attempt"."handed_in_at" is not null and "attempt"."returned_at" is null;--> statement-breakpoint
UPDATE `attempt` SET `to_grade` = (
	SELECT count(DISTINCT s.`exercise_id`) FROM `score` s
	WHERE s.`attempt_id` = `attempt`.`id` AND s.`needs_teacher` = 1 AND s.`possible` > 0
		AND coalesce((
			SELECT g.`points` FROM `grade` g WHERE g.`attempt_id` = s.`attempt_id` AND g.`exercise_id` = s.`exercise_id`
			ORDER BY g.`created_at` DESC, g.`id` DESC LIMIT 1
		), -1) = -1
) WHERE `assignment_id` IS NOT NULL AND `handed_in_at` IS NOT NULL;
