using EngagementHub.Core.Web;
using EngagementHub.Surveys.Surveys;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Surveys.Answers;

/// <summary>Hands answers in; those of a form that is plainly whole without making its page, which nobody would see again.</summary>
/// <remarks>
/// The short way refuses nobody. Whoever has to be told anything but that the answers are in goes on to <see cref="Pages.Surveys.AnswerModel"/>, which asks all of this anew and keeps what was chosen.
/// Whether the person is asked and has not answered, and whether the pulse check is open with these very questions, the delivery looks at in the transaction that counts.
/// </remarks>
internal sealed class Answering(HubDb db, SurveyDesk desk, BallotBox box, KeptSurveys kept, IHoldText? hold = null)
{
    public const string Done = "/surveys/answered";

    /// <summary>The short way of the page on which people answer.</summary>
    public static async Task<bool> TryAsync(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
        && Guid.TryParse(context.GetRouteValue("id") as string, out var id)
        && await context.RequestServices.GetRequiredService<Answering>().AnswerAsync(context, id);

    /// <summary>Waits until it is durable.</summary>
    /// <exception cref="BrokenRuleException">The pulse check is not open, the person is not asked, or has answered.</exception>
    public async Task SendAsync(Ballot ballot, CancellationToken cancellation)
    {
        List<WrittenAnswer> held = [];
        foreach (var word in ballot.Words)
        {
            held.Add(word with { Found = hold is null ? [] : await hold.ReasonsAsync(word.Text, cancellation) });
        }

        await box.ReceiveAsync(desk.Me, ballot with { Words = held }, cancellation);
    }

    private async Task<bool> AnswerAsync(HttpContext context, Guid id)
    {
        if (await kept.Of.GetAsync(id, () => db.Surveys.AsNoTracking().AsSingleQuery().FirstOrDefaultAsync(s => s.Id == id)) is not { } survey
            || survey.WhyShut(desk.Today) is not null
            || await BallotAsync(context.Request, survey) is not { } ballot)
        {
            return false;
        }

        try
        {
            await SendAsync(ballot, context.RequestAborted);
        }
        catch (BrokenRuleException)
        {
            // The page says it, beside what was chosen.
            return false;
        }

        context.Response.Redirect(Done);
        return true;
    }

    private static async Task<Ballot?> BallotAsync(HttpRequest request, Survey survey)
    {
        string[] fields = [.. survey.Items.SelectMany(i => (string[])[Ballot.Name(Ballot.MarkField, i), Ballot.Name(Ballot.WordsField, i)])];
        return await PlainForm.ReadAsync(request, fields) is { } form && form.Asks()
            ? Ballot.Read(survey, name => request.Form[name], (_, _) => { })
            : null;
    }
}

/// <summary>Pulse checks as those who answer in the same second find them.</summary>
internal sealed class KeptSurveys(Editions editions)
{
    public Kept<Guid, Survey?> Of { get; } = new(editions, typeof(Survey), typeof(Item));
}
