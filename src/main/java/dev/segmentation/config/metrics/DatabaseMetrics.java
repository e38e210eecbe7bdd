package dev.segmentation.config.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import dev.segmentation.account.token.TokenService;
import dev.segmentation.account.token.TokenState;
import dev.segmentation.config.metrics.FiguresRepository.TaskCount;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.stereotype.Component;

/**
 * Metrics from the database. {@link #read} reads them at intervals, so monitoring takes
 * no connection and gets an answer while the database is unavailable. Every instance
 * shows the same numbers.
 */
@Component
public class DatabaseMetrics {

	private final FiguresRepository repository;

	private final ApplicationAvailability availability;

	private final MeterRegistry meters;

	private final MembershipChanges changes;

	private final MultiGauge tasks;

	private final TokenService tokenService;

	private final MultiGauge tokens;

	private volatile Figures last = Figures.NONE;

	/** Whether the last reading succeeded. */
	private volatile boolean current;

	DatabaseMetrics(FiguresRepository repository, ApplicationAvailability availability, MeterRegistry meters,
			TokenService tokenService) {
		this.repository = repository;
		this.availability = availability;
		this.meters = meters;
		this.changes = new MembershipChanges(meters);
		this.tasks = MultiGauge.builder("segmentation.tasks").description("Tasks of the last 30 days").register(meters);
		this.tokenService = tokenService;
		this.tokens = MultiGauge.builder("segmentation.tokens")
			.description("API tokens that were not revoked; ending: within 14 days")
			.register(meters);
		registerCounters();
		registerGauges();
	}

	private void registerCounters() {
		counter("acts", "Acts, with those that were rolled back", Figures::acts);
		counter("import.rows", "Imported lines of CSV files of users", Figures::importRows);
	}

	private void registerGauges() {
		gauge("expiry.backlog", null, "Expired memberships that are not removed yet", Figures::expiryBacklog);
		gauge("expiry.lag", "seconds", "Longest time from an end to its removal", Figures::expiryLag);
		gauge("tasks.oldest", "seconds", "Age of the oldest running task", Figures::oldestTask);
		gauge("database", "bytes", "Size of the database", Figures::databaseBytes);
		gauge("change.sets", null, "Change sets that Liquibase has applied", Figures::changeSets);
		Gauge.builder("segmentation.ready", this, (metrics) -> metrics.isReady() ? 1 : 0)
			.description("1 if the instance accepts requests and reaches its database")
			.register(this.meters);
	}

	private void counter(String name, String description, ToDoubleFunction<Figures> figure) {
		FunctionCounter.builder("segmentation." + name, this, (metrics) -> figure.applyAsDouble(metrics.last))
			.description(description)
			.register(this.meters);
	}

	private void gauge(String name, @Nullable String unit, String description, ToDoubleFunction<Figures> figure) {
		Gauge
			.builder("segmentation." + name, this,
					(metrics) -> metrics.current ? figure.applyAsDouble(metrics.last) : Double.NaN)
			.description(description)
			.baseUnit(unit)
			.register(this.meters);
	}

	private boolean isReady() {
		return this.current && this.availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
	}

	/**
	 * Reads all figures. If that fails, the gauges have no value until the next reading.
	 * One reading at a time: an older result must not replace a newer one.
	 */
	public synchronized void read() {
		try {
			this.last = this.repository.read();
			this.changes.update(this.repository.findChanges());
			updateTasks(this.repository.countTasks());
			updateTokens(this.tokenService.countStates());
			this.current = true;
		}
		catch (RuntimeException ex) {
			this.current = false;
			throw ex;
		}
	}

	private void updateTokens(Map<TokenState, Long> counts) {
		this.tokens.register(Arrays.stream(TokenState.values())
			.map((state) -> MultiGauge.Row.of(Tags.of("state", state.name().toLowerCase(Locale.ROOT)),
					counts.getOrDefault(state, 0L)))
			.toList(), true);
	}

	private void updateTasks(List<TaskCount> counts) {
		this.tasks.register(counts.stream()
			.map((count) -> MultiGauge.Row.of(Tags.of("kind", count.kind(), "state", count.state()), count.tasks()))
			.toList(), true);
	}

}
