package dev.segmentation.shared.web.stream;

import java.time.Duration;

import dev.segmentation.shared.web.stream.ReadTurns.Turn;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReadTurnsTests {

	private final ReadTurns turns = new ReadTurns(2, Duration.ofMillis(10));

	@Test
	void givesUpWaitingForOthers() {
		assertThat(this.turns.take()).isPresent();
		assertThat(this.turns.take()).isPresent();
		assertThat(this.turns.take()).isEmpty();
	}

	@Test
	void endsATurnOnce() {
		Turn turn = this.turns.take().orElseThrow();
		turn.close();
		turn.close();
		assertThat(this.turns.take()).isPresent();
		assertThat(this.turns.take()).isPresent();
		assertThat(this.turns.take()).isEmpty();
	}

}
