package dev.segmentation.membership.list.web;

import java.io.IOException;

import dev.segmentation.limit.Heavy;
import dev.segmentation.limit.HeavyAct;
import dev.segmentation.membership.list.MemberList;
import dev.segmentation.membership.list.MemberListService;
import dev.segmentation.segment.SegmentDetails;
import dev.segmentation.segment.SegmentScoped;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.stream.CsvDownload;
import dev.segmentation.shared.web.template.Messages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Files of the lines of a list: all with their outcomes, or those that cannot be used.
 */
@PageController
@SegmentScoped
@RequestMapping("/segments/{id}/members/lists/{list}")
class ListCsvController {

	private final MemberListService lists;

	private final CsvDownload download;

	private final Messages messages;

	ListCsvController(MemberListService lists, CsvDownload download, Messages messages) {
		this.lists = lists;
		this.download = download;
		this.messages = messages;
	}

	@ModelAttribute("list")
	MemberList list(@ModelAttribute("segment") SegmentDetails segment, @PathVariable("list") long listId,
			PageVisit visit) {
		MemberList list = this.lists.get(listId, visit.account());
		if (list.segmentId() != segment.id()) {
			throw MemberList.notFound();
		}
		return list;
	}

	@Heavy(HeavyAct.DOWNLOAD)
	@GetMapping("/result.csv")
	void result(@ModelAttribute("list") MemberList list, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		send(list, false, request, response);
	}

	@Heavy(HeavyAct.DOWNLOAD)
	@GetMapping("/rejected.csv")
	void rejected(@ModelAttribute("list") MemberList list, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		send(list, true, request, response);
	}

	private void send(MemberList list, boolean rejected, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		ListCsv csv = new ListCsv(list.layout(), this.messages);
		String name = "list-%d-%s.csv".formatted(list.id(), rejected ? "rejected" : "result");
		this.download.sendFile(name, (out) -> csv.write(out, (rows) -> this.lists.forEachRow(list, rejected, rows)),
				request, response);
	}

}
