package dev.segmentation.report.web;

import java.io.IOException;
import java.time.Clock;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.limit.Heavy;
import dev.segmentation.limit.HeavyAct;
import dev.segmentation.report.ReportService;
import dev.segmentation.report.export.ReportName;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.api.BodyOrQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/reports")
@Tag(name = "Reports")
class ReportRestController {

	private final HistoryDownload download;

	private final ReportService reports;

	private final Clock clock;

	ReportRestController(HistoryDownload download, ReportService reports, Clock clock) {
		this.download = download;
		this.reports = reports;
		this.clock = clock;
	}

	@Heavy(HeavyAct.DOWNLOAD)
	@GetMapping("/file")
	@Operation(summary = "Download the history of a month as CSV")
	@ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string",
			example = "user-id,segment-name,type,date\n1,TEST-PERCENT,added,2023-08-28 10:29:19\n")))
	void file(@BodyOrQuery ReportRequest request, HttpServletRequest http, HttpServletResponse response)
			throws IOException {
		HistoryFilter filter = HistoryFilter.month(request.year(), request.month(), request.users(), this.clock);
		this.download.send(filter, request.layout(), ReportName.of(filter, request.layout()), http, response);
	}

	@GetMapping("/link")
	@Operation(summary = "Share the history of a month on Google Drive")
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "502", description = "Google Drive rejected the report")
	Link link(@BodyOrQuery ReportRequest request, CurrentAccount account) {
		this.reports.requireDrive(account);
		HistoryFilter filter = HistoryFilter.month(request.year(), request.month(), request.users(), this.clock);
		return new Link(
				this.reports.shareOnDrive(filter, request.layout(), request.toQuery().url("").first(), account).link());
	}

	record Link(@Schema(example = "https://drive.google.com/file/d/1a2b3c/view?usp=sharing") String link) {
	}

}
