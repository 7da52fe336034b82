// An attribute that is a filter is one object for all requests of its action.
using Microsoft.AspNetCore.Mvc.Filters;

namespace Cases.F025;

public sealed class ThrottleAttribute : ActionFilterAttribute
{
    private int _calls;

    public int Limit { get; set; } = 100;

    public override void OnActionExecuting(ActionExecutingContext context)
    {
        if (++_calls > Limit) // expect: RACE
            context.HttpContext.Response.StatusCode = 429;
    }
}
