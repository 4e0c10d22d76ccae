using System.ComponentModel.DataAnnotations;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Reading;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Blogging.Pages.Blogs.Hosting;

internal sealed class QuestionWindowModel(HubDb db, Mastheads mastheads, HostingCalendar calendar, ICurrentStaff current, Rights rights) : PeriodPageModel(db, mastheads, calendar)
{
    [BindProperty, Display(Name = "day to ask by")]
    public DateOnly? AskBy { get; set; }

    [BindProperty, Display(Name = "day to answer by")]
    public DateOnly? AnswerBy { get; set; }

    protected override async Task<bool> MayAsync() => Period.Host == current.Id || await rights.RunsAsync(Blog, current.Id);

    public void OnGet() => (AskBy, AnswerBy) = (Period.AskBy, Period.AnswerBy);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Standing is not (HostingStanding.Invited or HostingStanding.Accepted or HostingStanding.Active or HostingStanding.WindingDown))
        {
            throw new BrokenRuleException("This period is over, so these days can no longer change");
        }

        Period.Publish(new QuestionWindow(AskBy, AnswerBy), WindsDownUntil, current.Id, Masthead.Now);
        await Db.SaveChangesAsync();
        this.Notify(Period.Window.Sentence is { } sentence ? $"Readers now see: {sentence}." : "No days to ask or answer by are shown any more.");
        return Redirect(Here);
    }
}
