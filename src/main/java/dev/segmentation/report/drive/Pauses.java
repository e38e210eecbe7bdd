package dev.segmentation.report.drive;

import java.io.IOException;

import com.google.api.client.util.BackOff;
import com.google.api.client.util.ExponentialBackOff;

/**
 * Pauses between tries: each about twice as long as the one before, as Google asks for,
 * and none above 8 s. There are only so many of them, while Google's own back-off ends by
 * the clock alone.
 */
final class Pauses implements BackOff {

	private final BackOff lengths = new ExponentialBackOff.Builder().setInitialIntervalMillis(500)
		.setMultiplier(2)
		.setMaxIntervalMillis(8000)
		.build();

	private final int times;

	private int left;

	Pauses(int times) {
		this.times = times;
		this.left = times;
	}

	@Override
	public void reset() throws IOException {
		this.lengths.reset();
		this.left = this.times;
	}

	@Override
	public long nextBackOffMillis() throws IOException {
		return (this.left-- > 0) ? this.lengths.nextBackOffMillis() : STOP;
	}

}
