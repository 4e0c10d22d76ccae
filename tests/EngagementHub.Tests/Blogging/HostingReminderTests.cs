using System.Globalization;
using EngagementHub.Blogging;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Hosting.Reminders;
using EngagementHub.WorkingTime;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Blogging;

/// <summary>What hosts, stand-ins and the owner are told without anybody having to remember. The period runs from Wednesday 9 to Friday 18 May 2007.</summary>
public sealed class HostingReminderTests : IAsyncLifetime
{
    private static readonly WorkingCalendar Office = UsualOffice.In("Europe/London");
    private readonly BloggingHub _hub = new();
    private string _period = "";

    public async ValueTask InitializeAsync()
    {
        _period = await _hub.Host("priya", People.Priya, (9, 5), (18, 5));
        await (await (await _hub.As("priya")).Open($"{_period}/stand-in")).Submit(("Person", People.Grace.ToString()));
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task The_host_and_the_stand_in_are_reminded_a_week_before_on_the_first_day_and_two_days_before_the_end()
    {
        Assert.Equal(["2 WeekBefore grace", "2 WeekBefore priya", "9 FirstDay grace", "9 FirstDay priya", "16 BeforeTheEnd grace", "16 BeforeTheEnd priya"], await Through(1, 20, posted: 9));

        var told = (await (await _hub.As("priya")).Open("/notifications")).Text;
        Assert.Contains("You take over The leaders' blog in a week, from 9 to 18 May 2007", told, StringComparison.Ordinal);
        Assert.Contains("Your last day as host of The leaders' blog is Friday 18 May 2007, in 2 days", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_often_the_job_runs_each_is_sent_once()
    {
        await At(9);
        await At(9);
        await At(10);

        Assert.Equal(2, await _hub.In((_, db) => db.HostingReminders.CountAsync()));
        Assert.Equal(2, (await _hub.In((_, db) => db.HostingReminders.Select(r => r.To).ToListAsync())).Distinct().Count());
    }

    [Fact]
    public async Task A_run_that_was_missed_is_made_up_for_while_it_is_of_use()
    {
        Assert.Equal(["5 WeekBefore grace", "5 WeekBefore priya"], await Sent(5));
        Assert.Equal(["11 FirstDay grace", "11 FirstDay priya"], await Sent(11));
        await BloggingHub.Publish(await _hub.As("priya"), "Here I am", "Ask me.");

        Assert.Equal(["18 BeforeTheEnd grace", "18 BeforeTheEnd priya"], await Sent(18));
        Assert.Empty(await Sent(19));
    }

    [Fact]
    public async Task A_reminder_nobody_needs_any_more_is_not_sent()
    {
        Assert.DoesNotContain(await Sent(12), s => s.Contains("FirstDay", StringComparison.Ordinal) || s.Contains("WeekBefore", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_the_last_day_moves_the_new_one_is_reminded_of()
    {
        await At(16);
        await BloggingHub.Publish(await _hub.As("priya"), "Here I am", "Ask me.");
        await (await (await _hub.As("office")).Open($"{_period}/last-day")).Submit(("LastDay.Day", "25"), ("LastDay.Month", "5"), ("LastDay.Year", "2007"), ("Reason", "More questions than expected"));

        Assert.Empty(await Sent(17));
        Assert.Equal(["23 BeforeTheEnd grace", "23 BeforeTheEnd priya"], await Sent(23));
    }

    [Fact]
    public async Task A_stand_in_named_later_is_told_what_still_lies_ahead()
    {
        await At(9);
        await (await (await _hub.As("priya")).Open($"{_period}/stand-in")).Submit(("Person", People.Tom.ToString()));

        Assert.Equal(["10 FirstDay tom"], await Sent(10));
    }

    [Fact]
    public async Task After_three_working_days_without_a_post_the_owner_and_the_stand_in_are_told_once()
    {
        // Wednesday, Thursday and Friday have gone by on Saturday 12 May.
        Assert.DoesNotContain(await Sent(11), s => s.Contains("NoShow", StringComparison.Ordinal));
        Assert.Equal(["12 NoShow grace", "12 NoShow office"], await Sent(12));
        Assert.Empty(await Sent(14));

        Assert.Contains("Priya Patel has hosted The leaders' blog since Wednesday 9 May 2007, and after three working days nothing has been posted. As stand-in you may post now.", (await (await _hub.As("grace")).Open("/notifications")).Text, StringComparison.Ordinal);
        Assert.Contains("You can name a stand-in or cut the period short", (await (await _hub.As("office")).Open("/notifications")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_who_has_posted_or_scheduled_a_post_is_no_no_show()
    {
        _hub.Clock.Now = Morning(10);
        await BloggingHub.Publish(await _hub.As("priya"), "Here I am", "Ask me.");

        Assert.DoesNotContain(await Sent(14), s => s.Contains("NoShow", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2007-05-03", "2007-05-09", true)] // Thursday; a bank holiday on Monday 7: the third working day is Tuesday 8.
    [InlineData("2007-05-03", "2007-05-08", false)]
    [InlineData("2007-05-05", "2007-05-10", false)] // Begins on a Saturday before the bank holiday.
    [InlineData("2007-05-05", "2007-05-11", true)]
    public void Three_working_days_leave_out_weekends_and_bank_holidays(string first, string today, bool silent)
    {
        var day = DateOnly.Parse(first, CultureInfo.InvariantCulture);

        Assert.Equal(silent, DueReminder.IsNoShow(DateOnly.Parse(today, CultureInfo.InvariantCulture), Sample.Recalled(Sample.Blog(), day, day.AddDays(20)), Office));
    }

    [Fact]
    public void Whoever_accepts_late_is_not_reminded_of_what_they_have_just_read()
    {
        var blog = Sample.Blog();
        var period = HostingPeriod.Invite(blog, new Invitation(People.Priya, new(2007, 3, 30), new(2007, 4, 10)), People.Olu, Sample.Invited);
        period.Accept(People.Priya, Sample.Invited.AddDays(1), new(2007, 3, 28));

        Assert.Empty(DueReminder.On(new(2007, 3, 29), period, blog.Zone));
        Assert.Equal(ReminderKind.FirstDay, Assert.Single(DueReminder.On(new(2007, 3, 30), period, blog.Zone)).Kind);
    }

    private static DateTimeOffset Morning(int day) => new(2007, 5, day, 8, 0, 0, TimeSpan.Zero);

    private async Task At(int day)
    {
        _hub.Clock.Now = Morning(day);
        await _hub.RunJob("blogging.hosting-reminders");
    }

    /// <summary>What the run of that day of May sends.</summary>
    private async Task<IReadOnlyList<string>> Sent(int day)
    {
        await At(day);
        var at = Morning(day);
        var sent = await _hub.In((_, db) => db.HostingReminders.Where(r => r.SentAt == at).ToListAsync());
        return [.. sent.Select(r => $"{day} {r.Kind} {Who(r.To)}").Order(StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<string>> Through(int first, int last, int posted)
    {
        List<string> all = [];
        for (var day = first; day <= last; day++)
        {
            all.AddRange(await Sent(day));
            if (day == posted)
            {
                await BloggingHub.Publish(await _hub.As("priya"), "Here I am", "Ask me.");
            }
        }

        return all;
    }

    private static string Who(StaffId person) => person == People.Priya ? "priya" : person == People.Grace ? "grace" : person == People.Tom ? "tom" : person == People.Olu ? "office" : "?";
}
