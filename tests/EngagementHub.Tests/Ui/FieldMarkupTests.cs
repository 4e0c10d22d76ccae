using System.Text.Encodings.Web;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EngagementHub.Tests.Ui;

public sealed class FieldMarkupTests
{
    private readonly EmptyModelMetadataProvider _metadata = new();
    private readonly ModelStateDictionary _state = new();
    private readonly OfferPage _page = new() { Title = "As saved", FirstDay = new DateOnly(2007, 3, 27) };

    [Fact]
    public void A_field_shows_what_is_saved_until_something_is_typed()
    {
        Assert.Contains("value=\"As saved\"", Title(), StringComparison.Ordinal);

        _state.SetModelValue("Title", "As typed", "As typed");

        Assert.Contains("value=\"As typed\"", Title(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_stands_beside_its_field_and_is_read_out_with_it()
    {
        _state.AddModelError("Title", "Enter a title");

        var markup = Title();

        Assert.Contains("govuk-form-group--error", markup, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"Title-hint Title-error\"", markup, StringComparison.Ordinal);
        Assert.Contains("<span class=\"govuk-visually-hidden\">Error:</span> Enter a title</p>", markup, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_typed_cannot_become_markup()
    {
        _state.SetModelValue("Title", "\"><script>", "\"><script>");

        Assert.DoesNotContain("<script", Title(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_links_mistakes_in_the_order_of_the_page()
    {
        _state.AddModelError("FirstDay", "Enter the first day");
        _state.AddModelError("Title", "Enter a title");
        _state.AddModelError("Agree", "Tick the box");

        var markup = Render(new ErrorSummaryTagHelper { ViewContext = View() });

        Assert.Equal(["#Title", "#FirstDay", "#Agree"], markup.Split("href=\"").Skip(1).Select(part => part.Split('"')[0]));
    }

    [Fact]
    public void No_mistake_needs_no_summary() =>
        Assert.Equal("", Render(new ErrorSummaryTagHelper { ViewContext = View() }));

    [Fact]
    public void Only_the_wrong_part_of_a_date_is_marked()
    {
        foreach (var (part, typed) in new[] { ("Day", "27"), ("Month", "3"), ("Year", "") })
        {
            _state.SetModelValue($"FirstDay.{part}", typed, typed);
        }

        _state.AddModelError("FirstDay", "First day must include a year");
        var markup = Render(new DateFieldTagHelper { For = Expression("FirstDay", _page.FirstDay), Legend = "First day", ViewContext = View() });

        Assert.Single(markup.Split("govuk-input--error").Skip(1));
        Assert.Contains("govuk-input--width-4 govuk-input--error\" id=\"FirstDay_Year\"", markup, StringComparison.Ordinal);
    }

    private string Title() => Render(new TextFieldTagHelper
    {
        For = Expression("Title", _page.Title),
        Label = "Title",
        Hint = "What readers see first",
        ViewContext = View(),
    });

    private ModelExpression Expression(string name, object? value) =>
        new(name, new ModelExplorer(_metadata, _metadata.GetMetadataForProperty(typeof(OfferPage), name), value));

    private ViewContext View()
    {
        var view = new ViewContext
        {
            HttpContext = new DefaultHttpContext(),
            ViewData = new ViewDataDictionary<OfferPage>(_metadata, _state) { Model = _page },
        };
        view.ModelState.Merge(_state);

        return view;
    }

    private static string Render(TagHelper helper)
    {
        var output = new TagHelperOutput("field", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(new TagHelperContext([], new Dictionary<object, object>(), "field"), output);
        using var text = new StringWriter();
        output.WriteTo(text, HtmlEncoder.Default);

        return text.ToString();
    }

    private sealed class OfferPage
    {
        public string? Title { get; set; }

        public DateOnly? FirstDay { get; set; }

        public bool Agree { get; set; }
    }
}
