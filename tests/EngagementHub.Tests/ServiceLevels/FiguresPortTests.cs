using System.Globalization;
using EngagementHub.Core.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.ServiceLevels;

/// <summary>Service levels as evidence for promises: February's pay was 99.3% correct, March's 98.8%, and 99% was promised.</summary>
public sealed class FiguresPortTests(ServiceLevelsHub hub) : IClassFixture<ServiceLevelsHub>
{
    private static readonly DateTimeOffset Now = new(2007, 4, 24, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2007-02-01", "2007-02-28", "Met", "99.3% of 23,967 correct in February 2007, 99% correct promised")]
    [InlineData("2007-02-01", "2007-03-31", "Missed", "98.8% of 23,980 correct in March 2007, 99% correct promised")]
    [InlineData("2007-04-02", "2007-05-31", "Awaited", "The figures end on Saturday 31 March 2007")]
    public async Task The_figure_of_the_due_day_judges_with_its_number_its_month_and_what_was_promised(string since, string due, string verdict, string words)
    {
        var reading = await Read("pay/paid-correctly", since, due);

        Assert.Equal((verdict, words), (reading!.Verdict.ToString(), reading.Words));
        Assert.Equal("/service-levels/pay", reading.Url);
    }

    [Fact]
    public async Task A_level_without_any_figure_says_so_and_an_unknown_one_says_nothing()
    {
        Assert.Equal(FigureVerdict.NoFigures, (await Read("new-account/average", "2007-01-01", "2007-03-31"))!.Verdict);
        Assert.Null(await hub.In((services, _) => services.GetRequiredService<IFigures>().ReadAsync(new SubjectRef("servicelevels.level", Guid.NewGuid()), default, new DateOnly(2007, 3, 31), Now)));
    }

    private async Task<FigureReading?> Read(string key, string since, string due)
    {
        await hub.Fill();
        return await hub.In((services, _) => ReadAsync(services, key, (DateOnly.Parse(since, CultureInfo.InvariantCulture), DateOnly.Parse(due, CultureInfo.InvariantCulture))));
    }

    private async Task<FigureReading?> ReadAsync(IServiceProvider services, string key, (DateOnly Since, DateOnly Due) days)
    {
        var figures = services.GetRequiredService<IFigures>();
        var level = (await figures.ChoicesAsync()).Single(c => c.Key == key).Level;
        return await figures.ReadAsync(level, days.Since, days.Due, Now);
    }
}
