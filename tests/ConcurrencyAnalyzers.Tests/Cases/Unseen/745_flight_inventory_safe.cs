// The new seat count is stored with TryUpdate only if nobody changed the entry since it was read; otherwise the loop tries again. difficulty: medium
using System.Collections.Concurrent;

namespace Cases.U745;

public sealed record BookingRequest(string Flight, int Seats);

public sealed class FlightInventory(IEnumerable<KeyValuePair<string, int>> capacity)
{
    private readonly ConcurrentDictionary<string, int> _free = new(capacity);

    public int Free(string flight) => _free.TryGetValue(flight, out int free) ? free : 0;

    public void Release(BookingRequest request) =>
        _free.AddOrUpdate(request.Flight, request.Seats, (_, free) => free + request.Seats);

    public bool TryBook(BookingRequest request)
    {
        while (_free.TryGetValue(request.Flight, out int free))
        {
            if (free < request.Seats)
            {
                return false;
            }
            if (_free.TryUpdate(request.Flight, free - request.Seats, free))
            {
                return true;
            }
        }
        return false;
    }

    public async Task<bool[]> BookAllAsync(IEnumerable<BookingRequest> requests) =>
        await Task.WhenAll(requests.Select(request => Task.Run(() => TryBook(request))));
}
