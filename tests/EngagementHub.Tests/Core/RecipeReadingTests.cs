using System.Text;
using EngagementHub.Core.Recipes;

namespace EngagementHub.Tests.Core;

public sealed class RecipeReadingTests
{
    [Theory]
    [InlineData("{\n  \"name\": \"x\",\n  \"steps\": [ } ]\n}", 3, 14)]
    [InlineData("{\n  \"name\": \"x\",\n  \"steps\": [\n    { \"name\": \"Staff\"", 4, 22)]
    [InlineData("", 1, 1)]
    public void A_recipe_that_is_not_json_is_refused_with_line_and_column(string json, int line, int column)
    {
        var refused = Assert.Throws<RecipeException>(() => Read(json));

        Assert.Equal((line, column), (refused.Line, refused.Column));
        Assert.StartsWith($"x.recipe.json({line},{column}): ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_of_the_wrong_kind_is_refused_where_it_stands()
    {
        var recipe = Read("{\n  \"é\": \"ü\", \"day\": \"30 January 2007\"\n}");

        var refused = Assert.Throws<RecipeException>(() => recipe["day"].Day());

        Assert.Equal((2, 20), (refused.Line, refused.Column));
        Assert.Contains("'30 January 2007' is not a day; write it as 2007-04-27", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_value_is_named()
    {
        var refused = Assert.Throws<RecipeException>(() => Read("{ \"steps\": [ {} ] }")["steps"].Items()[0]["name"]);

        Assert.Equal("x.recipe.json(1,14): steps[0]: 'name' is missing", refused.Message);
    }

    [Fact]
    public void Comments_trailing_commas_and_a_byte_order_mark_are_legal()
    {
        var recipe = RecipeNode.Read([.. Encoding.UTF8.Preamble, .. "{ // said so\n \"a\": [1, 2,], }"u8], "x.recipe.json");

        Assert.Equal(2, recipe["A"].Items().Count);
    }

    [Fact]
    public void Scripts_that_are_values_in_disguise_are_resolved_the_same_each_time()
    {
        const string Json = "{ \"name\": \"blog\", \"variables\": { \"id\": \"[js:uuid()]\" }, \"a\": \"[js: variables('id')]\", \"b\": \"[js: variables('id')]\" }";

        Assert.Equal(Read(Json)["a"].Text(), Read(Json)["b"].Text());
    }

    [Fact]
    public void Other_scripts_are_refused_with_their_place()
    {
        var refused = Assert.Throws<RecipeException>(() => Read("{\n\"a\": \"[js: html('<b>')]\" }")["a"].Text());

        Assert.Equal((2, 6), (refused.Line, refused.Column));
    }

    [Fact]
    public void Texts_may_be_written_line_by_line()
    {
        Assert.Equal("one\n\ntwo", Read("{ \"t\": [\"one\", \"\", \"two\"] }")["t"].Text());
    }

    [Theory]
    [InlineData("2007-01-30T10:00:00Z", "2007-01-30T10:00:00+00:00")]
    [InlineData("2007-04-24T10:00:00+01:00", "2007-04-24T09:00:00+00:00")]
    public void Instants_need_an_offset_and_are_kept_in_utc(string text, string utc)
    {
        Assert.Equal(DateTimeOffset.Parse(utc, null), Read($"{{ \"t\": \"{text}\" }}")["t"].Instant());
        Assert.Throws<RecipeException>(() => Read("{ \"t\": \"2007-01-30T10:00:00\" }")["t"].Instant());
    }

    private static RecipeNode Read(string json) => RecipeNode.Read(Encoding.UTF8.GetBytes(json), "x.recipe.json");
}
