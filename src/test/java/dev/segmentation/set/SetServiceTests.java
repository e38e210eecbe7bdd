package dev.segmentation.set;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import dev.segmentation.segment.Segment;
import dev.segmentation.segment.SegmentService;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.user.UserDetails;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sets and comparisons in the database against the same in memory.
 */
@HttpTest
class SetServiceTests {

	private static final int USERS = 150;

	private static final List<String> NAMES = List.of("S0", "S1", "S2", "S3", "S4");

	/** The users of each segment, without those whose membership has ended. */
	private static final Map<String, Set<Long>> members = new HashMap<>();

	@Autowired
	SetService sets;

	@Autowired
	SegmentService segments;

	@Autowired
	TestDatabase database;

	@BeforeAll
	static void fill(@Autowired TestDatabase database) {
		Random random = new Random(7);
		Sql.addUsers(database.jdbc(), USERS);
		List<Long> users = database.jdbc().sql("SELECT id FROM users ORDER BY id").query(Long.class).list();
		for (String name : NAMES) {
			long segment = Sql.addSegment(database.jdbc(), name, "0");
			Set<Long> in = new TreeSet<>(users.stream().filter((user) -> random.nextBoolean()).toList());
			database.jdbc()
				.sql("SELECT added FROM add_segment_members(:segment, :users, NULL, NULL, 'api', 1)")
				.param("segment", segment)
				.param("users", in.toArray(Long[]::new))
				.query(Long.class)
				.single();
			members.put(name, in);
		}
	}

	@Test
	void areExact() {
		long seed = System.nanoTime();
		Random random = new Random(seed);
		for (int round = 0; round < 60; round++) {
			String text = expression(random, 3);
			SetExpression expression = this.sets.parse(text);
			List<Long> expected = expected(expression);
			assertThat(listed(expression)).as("%s, seed %d", text, seed).isEqualTo(expected);
			SetCounts counts = this.sets.count(expression);
			assertThat(counts.users()).as("%s, seed %d", text, seed).isEqualTo(expected.size());
			for (SetCounts.Part part : counts.parts()) {
				Set<Long> in = members(part.segment());
				assertThat(part.members()).isEqualTo(in.size());
				assertThat(part.shared()).isEqualTo(expected.stream().filter(in::contains).count());
			}
		}
	}

	@Test
	void areComparedByTwos() {
		List<Segment> compared = NAMES.stream()
			.map((name) -> this.segments.findNamesake(name, 0).orElseThrow())
			.toList();
		Overlaps overlaps = this.sets.compare(compared);
		for (int row = 0; row < compared.size(); row++) {
			for (int column = 0; column < compared.size(); column++) {
				Set<Long> shared = new TreeSet<>(members(compared.get(row)));
				shared.retainAll(members(compared.get(column)));
				assertThat(overlaps.users().get(row).get(column)).isEqualTo(shared.size());
			}
		}
	}

	@Test
	void haveFiles() {
		SetExpression expression = this.sets.parse("S0 and not S1");
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		this.sets.readFile(expression, (csv) -> csv.transferTo(file));
		List<String> lines = file.toString(StandardCharsets.UTF_8).lines().toList();
		assertThat(lines.getFirst()).isEqualTo("\uFEFFid,login,email,external_id");
		assertThat(lines.stream().skip(1).map((line) -> Long.valueOf(line.split(",")[0])))
			.isEqualTo(expected(expression));
	}

	private List<Long> listed(SetExpression expression) {
		List<Long> listed = new ArrayList<>();
		@Nullable Cursor cursor = null;
		do {
			Page<UserDetails> page = this.sets.list(expression, cursor);
			page.items().forEach((user) -> listed.add(user.id()));
			cursor = page.next();
		}
		while (cursor != null);
		return listed;
	}

	private List<Long> expected(SetExpression expression) {
		return this.database.jdbc()
			.sql("SELECT id FROM users ORDER BY id")
			.query(Long.class)
			.list()
			.stream()
			.filter((user) -> expression.contains((segment) -> members(segment).contains(user)))
			.toList();
	}

	private static Set<Long> members(Segment segment) {
		return members.getOrDefault(segment.name(), Set.of());
	}

	private static String expression(Random random, int depth) {
		String name = NAMES.get(random.nextInt(NAMES.size()));
		return switch ((depth > 0) ? random.nextInt(5) : 0) {
			case 1 -> "not " + "(" + expression(random, depth - 1) + ")";
			case 2 -> "(" + expression(random, depth - 1) + ") and (" + expression(random, depth - 1) + ")";
			case 3 -> expression(random, depth - 1) + " or " + expression(random, depth - 1);
			case 4 -> "everyone and not (" + expression(random, depth - 1) + ")";
			default -> name;
		};
	}

}
