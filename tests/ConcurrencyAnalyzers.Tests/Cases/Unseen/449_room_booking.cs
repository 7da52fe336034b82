// The semaphore is released while the guest is authorised, and nothing is checked again afterwards: a room is booked twice. difficulty: medium
namespace Cases.U449;

public sealed class RoomBooking(Func<string, Task<bool>> authorise)
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<int, string> _guests = [];

    public async Task<bool> BookAsync(int room, string guest)
    {
        await _gate.WaitAsync();
        try
        {
            if (_guests.ContainsKey(room))
            {
                return false;
            }
        }
        finally
        {
            _gate.Release();
        }

        if (!await authorise(guest))
        {
            return false;
        }

        await _gate.WaitAsync();
        try
        {
            _guests[room] = guest; // expect: CHECK_THEN_ACT
        }
        finally
        {
            _gate.Release();
        }
        return true;
    }
}
