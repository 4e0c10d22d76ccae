using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Primitives;

namespace EngagementHub.Tests.Ui;

public sealed class DateFieldBinderTests
{
    [Fact]
    public async Task A_day_is_read_from_its_three_fields()
    {
        var bound = await BindAsync(typeof(DateOnly?), ("Day", "27"), ("Month", "April"), ("Year", "2007"));

        Assert.Equal(new DateOnly(2007, 4, 27), bound.Result.Model);
        Assert.True(bound.ModelState.IsValid);
    }

    [Fact]
    public async Task An_incomplete_day_is_refused_and_kept_as_typed()
    {
        var bound = await BindAsync(typeof(DateOnly?), ("Day", "27"), ("Month", "4"), ("Year", ""));

        Assert.False(bound.Result.IsModelSet);
        Assert.Equal("First day must include a year", bound.ModelState.MessageFor("FirstDay"));
        Assert.Equal("FirstDay_Year", bound.ModelState.IdOf("FirstDay"));
        Assert.Equal("27", TypedDate.In(bound.ModelState, "FirstDay")?.Day);
    }

    [Fact]
    public async Task An_empty_day_is_nothing_where_nothing_is_allowed()
    {
        var bound = await BindAsync(typeof(DateOnly?), ("Day", ""), ("Month", ""), ("Year", ""));

        Assert.True(bound.Result.IsModelSet);
        Assert.Null(bound.Result.Model);
    }

    [Fact]
    public async Task An_empty_day_is_asked_for_where_one_is_needed()
    {
        var bound = await BindAsync(typeof(DateOnly), ("Day", ""), ("Month", ""), ("Year", ""));

        Assert.Equal("Enter the first day", bound.ModelState.MessageFor("FirstDay"));
    }

    [Fact]
    public async Task A_link_may_write_the_day_in_one()
    {
        var bound = await BindAsync(typeof(DateOnly?), ("", "2007-04-27"));

        Assert.Equal(new DateOnly(2007, 4, 27), bound.Result.Model);
    }

    [Fact]
    public async Task A_day_that_was_not_sent_is_left_alone()
    {
        var bound = await BindAsync(typeof(DateOnly?));

        Assert.False(bound.Result.IsModelSet);
        Assert.Equal(0, bound.ModelState.ErrorCount);
    }

    private static async Task<ModelBindingContext> BindAsync(Type type, params (string Part, string Typed)[] form)
    {
        var fields = form.ToDictionary(field => $"FirstDay.{field.Part}".TrimEnd('.'), field => new StringValues(field.Typed));
        var values = new FormValueProvider(BindingSource.Form, new FormCollection(fields), null);
        var week = type == typeof(DateOnly) ? typeof(FixedWeek) : typeof(OpenWeek);
        var context = new DefaultModelBindingContext
        {
            ModelName = "FirstDay",
            ModelMetadata = new EmptyModelMetadataProvider().GetMetadataForProperty(week, "FirstDay"),
            ModelState = new ModelStateDictionary(),
            ValueProvider = values,
        };
        await new DateFieldBinder().BindModelAsync(context);

        return context;
    }

    private sealed record FixedWeek(DateOnly FirstDay);

    private sealed record OpenWeek(DateOnly? FirstDay);
}
