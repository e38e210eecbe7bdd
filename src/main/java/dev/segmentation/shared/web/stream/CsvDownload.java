package dev.segmentation.shared.web.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

import dev.segmentation.shared.csv.CsvNotReadException;
import dev.segmentation.shared.csv.CsvReader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Sends CSV as a download while the database reads it.
 */
@Component
public class CsvDownload {

	private final StreamedAnswers streams;

	CsvDownload(StreamedAnswers streams) {
		this.streams = streams;
	}

	/**
	 * Sends the file. A HEAD request gets its headers and reads nothing.
	 * @param export passes the file to a reader
	 * @throws dev.segmentation.shared.refusal.BusyException when too many downloads are
	 * running
	 */
	public void send(String fileName, Consumer<CsvReader> export, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		sendFile(fileName, (out) -> export.accept((csv) -> csv.transferTo(out)), request, response);
	}

	/**
	 * Sends a file of any format, as {@link #send} sends CSV.
	 * @param source writes the file
	 */
	public void sendFile(String fileName, StreamedAnswers.Source source, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		CsvAnswer answer = new CsvAnswer(fileName, response);
		if (HttpMethod.HEAD.matches(request.getMethod())) {
			answer.writeHeaders();
			return;
		}
		this.streams.send(response, answer::writeHeaders, (out) -> write(source, out));
	}

	private static void write(StreamedAnswers.Source source, OutputStream out) throws IOException {
		try {
			source.writeTo(out);
		}
		catch (CsvNotReadException ex) {
			throw ex.getCause();
		}
	}

}
