namespace EngagementHub.Tests.Core;

public sealed class BrokenRulesTests
{
    [Fact]
    public void All_that_is_wrong_is_said_at_once_and_what_is_right_is_kept()
    {
        var rules = new BrokenRules();
        var title = rules.Keep(() => "Pay");
        rules.Keep<int>(() => throw new BrokenRuleException("Enter a number", "Number"));
        rules.Look(() => BrokenRules.RefuseAll(() => throw new BrokenRuleException("Enter a day", "Day"), () => throw new BrokenRuleException("Say why", "Why")));

        var broken = Assert.Throws<BrokenRuleException>(rules.Refuse);

        Assert.Equal("Pay", title);
        Assert.Equal(["Number", "Day", "Why"], broken.All.Select(b => b.Field));
        Assert.Equal(("Enter a number", "Number"), (broken.Message, broken.Field));
        Assert.Equal(["Form.Number", "Form.Day", "Form.Why"], broken.Under(field => $"Form.{field}").All.Select(b => b.Field));
    }

    [Fact]
    public void Nothing_is_refused_where_all_is_well() => BrokenRules.RefuseAll(() => { }, () => { });
}
