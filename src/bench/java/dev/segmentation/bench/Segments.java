package dev.segmentation.bench;

import java.io.IOException;

/**
 * Creates and deletes segments for measurements.
 */
final class Segments {

	private Segments() {
	}

	/**
	 * Creates a segment through the API.
	 * @param percent the percentage of all users to add; empty for none
	 * @return the segment's id
	 */
	static String create(Bench bench, String name, String percent) throws IOException, InterruptedException {
		String body = """
				{"name": "%s-%d"%s}""".formatted(name, System.nanoTime(),
				percent.isEmpty() ? "" : ", \"assign_percent\": " + percent);
		return Api.field(bench.api().call("POST", "/api/v1/segments/create", body), "id");
	}

	static void delete(Bench bench, String id) throws IOException, InterruptedException {
		bench.api().call("DELETE", "/api/v1/segments/delete_by_id", "{\"id\": %s}".formatted(id));
	}

}
