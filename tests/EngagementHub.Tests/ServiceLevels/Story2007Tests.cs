using EngagementHub.ServiceLevels.Figures;
using EngagementHub.ServiceLevels.Levels;

namespace EngagementHub.Tests.ServiceLevels;

public class Story2007Tests
{
    internal static readonly string Repository = Root();

    private static readonly DateTimeOffset End = LevelBuilder.At("2007-04-30T16:00Z");

    private static Dictionary<string, List<EngagementHub.ServiceLevels.Tickets.Ticket>> Tickets =>
        LevelBuilder.Tickets(new StringReader(File.ReadAllText(Path.Combine(Repository, Story2007.Path))), LevelBuilder.ServiceDesk);

    [Fact]
    public void The_record_in_the_recipe_is_the_one_that_is_written_here() =>
        Assert.Equal(Story2007.Csv(), File.ReadAllText(Path.Combine(Repository, Story2007.Path)));

    [Fact(Explicit = true)]
    public void Write_the_record()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Repository, Story2007.Path))!);
        File.WriteAllText(Path.Combine(Repository, Story2007.Path), Story2007.Csv());
    }

    [Theory]
    [InlineData("new-account", "2.6 working days")]
    [InlineData("shared-folder-access", "2.1 working days")]
    public void January_s_averages_are_those_of_the_post_of_15_February(string service, string average)
    {
        var level = LevelBuilder.Level(new LevelText("average", "Average time", Measure.AverageWorkingDays, Guid.NewGuid()) { Basis = Basis.Completed }, LevelBuilder.From("2007-01-01", 5));

        Assert.Equal(average, LevelBuilder.Report(level, Tickets[service], End).Months.Single(month => month.Month == new DateOnly(2007, 1, 1)).ValueInWords);
    }

    [Theory]
    [InlineData("standard-desktop", 80, "73.6% 79% 83.1% 92.7%", "Missed Missed Met Missed")]
    [InlineData("new-account", 90, "83.5% 88.7% 90.8% 95.9%", "Missed Missed Met Met")]
    [InlineData("shared-folder-access", 90, "87.1% 90.4% 92.6% 94.6%", "Missed Met Met Missed")]
    public void Each_month_is_judged_by_the_step_of_its_time(string service, int first, string figures, string verdicts)
    {
        var level = LevelBuilder.Level(Measure.WithinWorkingDays, LevelBuilder.From("2007-01-01", first, 5), LevelBuilder.From("2007-04-01", 95, 5));
        var months = LevelBuilder.Report(level, Tickets[service], End).Months.Where(month => month.N > 0).ToList();

        Assert.Equal(figures, string.Join(' ', months.Select(month => month.ValueInWords)));
        Assert.Equal(verdicts, string.Join(' ', months.Select(month => month.Verdict)));
    }

    [Fact]
    public void The_head_of_it_sees_a_backlog_of_up_to_four_weeks_when_he_takes_the_blog()
    {
        var level = LevelBuilder.Level(Measure.WithinWorkingDays, LevelBuilder.From("2007-01-01", 90, 5));
        var backlog = LevelBuilder.Report(level, Tickets["new-account"], LevelBuilder.At("2007-01-30T09:00Z")).Backlog;

        Assert.True(backlog.OpenAndLate > 0);
        Assert.InRange(backlog.Oldest!.WorkingDays, 10, 20);
    }

    [Fact]
    public void Only_62_pay_queries_are_older_than_30_days_at_the_end_of_April()
    {
        var level = LevelBuilder.Level(Measure.BacklogOlderThan, LevelBuilder.From("2007-01-01", 100, 30));
        var months = LevelBuilder.Report(level, Tickets["pay-queries"], End).Months;

        Assert.Equal([240, 171, 104, 62], months.Select(month => month.Older));
        Assert.Equal(Verdict.Met, months[^1].Verdict);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "EngagementHub.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
