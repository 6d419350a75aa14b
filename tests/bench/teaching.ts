/**
 * A teacher's pages beside little and much stored work: the gradebook, the class on a text, the grading queue, and what
 * a ruling sets going. Growth is the time beside 10^5 stored attempts of others over that beside 10^4.
 */
import Database from 'better-sqlite3';
import type { Actor } from '../../src/lib/domain/access/actor.ts';
import { openStore } from '../../src/lib/server/database/store.ts';
import { findAttemptsToReturn, findDraft } from '../../src/lib/server/repositories/grading.ts';
import { countTeachers } from '../../src/lib/server/repositories/staff.ts';
import { viewAssignment } from '../../src/lib/server/use-cases/assignments/view-assignment.ts';
import { viewMove } from '../../src/lib/server/use-cases/classrooms/move-student.ts';
import { viewClassroom } from '../../src/lib/server/use-cases/classrooms/view-classroom.ts';
import { viewGradebook } from '../../src/lib/server/use-cases/gradebook/view-gradebook.ts';
import { viewPile } from '../../src/lib/server/use-cases/grading/view-pile.ts';
import { countWorkToGrade, viewQueue } from '../../src/lib/server/use-cases/grading/view-queue.ts';
import { viewSubmission } from '../../src/lib/server/use-cases/grading/view-submission.ts';
import { viewInsight } from '../../src/lib/server/use-cases/insight/view-insight.ts';
import { viewOverTime } from '../../src/lib/server/use-cases/insight/view-over-time.ts';
import { tellDueSoon } from '../../src/lib/server/use-cases/notices/tell-due-soon.ts';
import { countNewNotices, listNotices } from '../../src/lib/server/use-cases/notices/view-notices.ts';
import { viewChallenges } from '../../src/lib/server/use-cases/rulings/view-challenges.ts';
import { practiceClosed } from '../../src/lib/server/use-cases/work/practice-closed.ts';
import { expectStatus } from '../faults/people.ts';
import { startServer } from '../faults/server.ts';
import { testApp } from '../support/test-app.ts';
import { aimed, inMilliseconds, inThousands, median, seen, type Row } from './rows.ts';
import type { Setting } from './setting.ts';
import { planInWords, plansOf } from './teaching/plans.ts';
import { importRoster, ROSTER, type Import } from './teaching/roster-import.ts';
import { LESSON, makeSchool, SIZES, type School } from './teaching/school.ts';

const LITTLE = 10_000;
const MUCH = 100_000;
const MOST_GROWTH = 1.3;
const VIEWS_A_ROUND = 5;

type Server = Awaited<ReturnType<typeof startServer>>;
type Side = { school: School; server: Server };

export async function measureTeaching(setting: Setting): Promise<Row[]> {
	const sides: Side[] = [];
	for (const others of [LITTLE, MUCH]) {
		const school = await makeSchool(setting.built, others);
		if (others === MUCH) await showPlans(school);
		const server = await startServer({ dataDir: school.dataDir, built: setting.built });
		school.teacher.moveTo(server.origin);
		sides.push({ school, server });
	}
	const pages: [string, (school: School) => string][] = [
		[`gradebook, ${String(SIZES.students)} by ${String(SIZES.assignments)}`, ({ gradebook }) => gradebook],
		[`reading over time, ${String(SIZES.students)} by ${String(SIZES.assignments)}`, progressOf],
		[`the class on a text, ${String(SIZES.heatMap)} attempts`, ({ heatMap }) => `${heatMap}/insight`],
		[`what needs grading, in ${String(SIZES.assignments + 2)} assignments`, () => '/grading'],
		[`an assignment of ${String(SIZES.heatMap)} students`, ({ heatMap }) => heatMap],
		[`a classroom of ${String(SIZES.students)} students`, ({ gradebook }) => gradebook.replace('/gradebook', '')],
	];
	const rows: Row[] = [];
	for (const [what, pathOf] of pages) rows.push(await comparePages(setting, what, sides, pathOf));
	rows.push(await compareRegrades(sides));
	rows.push(...(await compareImports(sides)));
	for (const { server } of sides) await server.stop();
	return rows;
}

/** In turns, so that a busy minute falls on both. */
async function comparePages(setting: Setting, what: string, sides: Side[], pathOf: (school: School) => string) {
	const times: number[][] = sides.map(() => []);
	let bytes = 0;
	for (let view = -2; view < setting.rounds * VIEWS_A_ROUND; view++) {
		for (const [index, { school }] of sides.entries()) {
			const began = performance.now();
			const reply = expectStatus(await school.teacher.get(pathOf(school)), 200);
			if (view >= 0) times[index]?.push(performance.now() - began);
			bytes = reply.text.length;
		}
	}
	return grown(what, times.map(median), ` (${inThousands(bytes / 1000)} kB)`);
}

function grown(what: string, [little = NaN, much = NaN]: number[], more = ''): Row {
	const growth = much / little;
	return aimed({
		part: 'teaching',
		what,
		measured: `${inMilliseconds(little)} beside 10^4, ${inMilliseconds(much)} beside 10^5 attempts: ${growth.toFixed(2)} times${more}`,
		aim: `at most ${String(MOST_GROWTH)} times`,
		isMet: growth <= MOST_GROWTH,
		numbers: { little, much, growth },
	});
}

/** From the click on the ruling until the last attempt has its new score. */
async function compareRegrades(sides: Side[]): Promise<Row> {
	const times: number[] = [];
	for (const { school } of sides) {
		const [open] = (await school.teacher.data(school.challenges)).open as { id: string; handedIn: number }[];
		if (open?.handedIn !== SIZES.regrade) throw new Error('The class to regrade is not whole');
		const database = new Database(school.file, { readonly: true });
		const left = database.prepare('select count(*) from ruling where regraded_at is null').pluck();
		const began = performance.now();
		const form = { challenge: open.id, decision: 'accept', answer: 'It may be marked.', counts: 'better' };
		expectStatus(await school.teacher.post(`${school.challenges}?/rule`, form), 200);
		while (left.get() !== 0) await new Promise((resolve) => setTimeout(resolve, 10));
		times.push(performance.now() - began);
		database.close();
	}
	return grown(`a regrade of ${inThousands(SIZES.regrade)} attempts of ${String(SIZES.marks)} marks`, times);
}

/** One server after the other: hashing passwords keeps every processor busy. */
async function compareImports(sides: Side[]): Promise<Row[]> {
	const imports: Import[] = [];
	for (const { school, server } of sides) {
		imports.push(await importRoster(server.origin, { teacher: school.teacher, classroom: school.empty }));
	}
	const what = `roster import of ${inThousands(ROSTER)}`;
	const [, busiest] = imports;
	if (!busiest) throw new Error('Nobody was imported');
	const { quietP99, busyP99, busyMost } = busiest;
	return [
		grown(
			`${what}, preview`,
			imports.map(({ preview }) => preview),
		),
		grown(
			`${what}, confirm until all are in`,
			imports.map(({ confirm }) => confirm),
		),
		seen(
			'teaching',
			`a lesson opens meanwhile, p99 beside 10^5`,
			`${inMilliseconds(busyP99)} (before ${inMilliseconds(quietP99)}), at most ${inMilliseconds(busyMost)}`,
			{ quietP99, busyP99, busyMost },
		),
	];
}

const progressOf = ({ gradebook }: School) => gradebook.replace(/gradebook$/u, 'progress');

/** Prints them all; a whole table that is read row by row is named at the end. */
async function showPlans({ file, gradebook, heatMap, challenges }: School) {
	const queries = new Set<string>();
	const store = openStore(file, undefined, (query) => queries.add(query));
	const app = testApp({ store });
	const idIn = (path: string, after: string) => path.split(`${after}/`)[1]?.split('/')[0] ?? '';
	const [room, other] = [idIn(gradebook, 'classrooms'), idIn(challenges, 'classrooms')];
	const read = idIn(heatMap, 'assignments');
	const teacher = teacherOf(file, room);
	const { work, student } = someWork(file, read, room);
	const views: Record<string, () => Promise<unknown>> = {
		gradebook: () => viewGradebook(app, teacher, room),
		'reading over time': () => viewOverTime(app, teacher, room, null),
		'the class on a text': () => viewInsight(app, teacher, read, { exercise: null, category: null, withNames: true }),
		challenges: () => viewChallenges(app, teacher, other),
		'what needs grading': () => viewQueue(app, teacher, null),
		'the count in the head of each page': () => countWorkToGrade(app, teacher),
		'an assignment': () => viewAssignment(app, teacher, read),
		'its pile of work': () => viewPile(app, teacher, read),
		'a piece of its work': () => viewSubmission(app, teacher, work),
		'returning all of it': () => findAttemptsToReturn(store.read, read),
		'a draft on it': () => findDraft(store.read, work, 'any'),
		'a classroom': () => viewClassroom(app, teacher, room),
		'moving a student': () => viewMove(app, teacher, room, student, null),
		'taking away a teacher': () => countTeachers(store.read, room),
		notices: () => listNotices(app, teacher),
		'the count of notices': () => countNewNotices(app, teacher),
		'what is due soon': () => tellDueSoon(app),
		'whether a lesson is closed to practice': () => practiceClosed(app, LESSON),
	};
	for (const [what, view] of Object.entries(views)) {
		queries.clear();
		await view();
		const plans = plansOf(file, queries);
		console.error(`\nQueries of ${what}:`);
		for (const plan of plans) console.error(`  ${planInWords(plan)}`);
		for (const { scans } of plans) for (const scan of scans) console.error(`  A WHOLE TABLE IS READ: ${scan}`);
	}
	store.close();
}

/** Some work on an assignment, and some student of a classroom. */
function someWork(file: string, assignmentId: string, classroomId: string): { work: string; student: string } {
	const database = new Database(file, { readonly: true });
	const first = (query: string, value: string) => database.prepare(query).pluck().get(value) as string;
	const work = first('select id from attempt where assignment_id = ? limit 1', assignmentId);
	const student = first("select person_id from membership where classroom_id = ? and role = 'student'", classroomId);
	database.close();
	return { work, student };
}

function teacherOf(file: string, classroomId: string): Actor {
	const database = new Database(file, { readonly: true });
	const personId = database
		.prepare("select person_id from membership where classroom_id = ? and role = 'teacher'")
		.pluck()
		.get(classroomId) as string;
	database.close();
	return { kind: 'registered', personId, userName: 'ms.okafor', displayName: 'ms.okafor' };
}
