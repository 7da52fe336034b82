// Handlers of a minimal API run for many requests at once; they share the captured local and hand out the same ticket twice. difficulty: easy
using Microsoft.AspNetCore.Builder;

namespace Cases.U465;

public static class TicketEndpoints
{
    public static WebApplication MapTickets(this WebApplication app)
    {
        int lastTicket = 0;
        var waiting = new Queue<int>();

        app.MapPost("/tickets", () =>
        {
            int ticket = ++lastTicket; // expect: RACE, CAPTURE?
            waiting.Enqueue(ticket); // expect: RACE, CAPTURE?
            return ticket;
        });
        app.MapGet("/tickets/next", () => waiting.TryDequeue(out int next) ? next : -1); // expect: RACE, CAPTURE?
        return app;
    }
}
