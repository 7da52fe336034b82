// The free places are read before the payment is awaited and written after it: parallel enrolments overwrite each other. difficulty: medium
namespace Cases.U443;

public interface IPaymentGateway
{
    Task<bool> ChargeAsync(string student, decimal amount);
}

public sealed class Course(IPaymentGateway payments, int places, decimal fee)
{
    private int _free = places;

    public async Task<int> EnrolAllAsync(IEnumerable<string> students)
    {
        await Task.WhenAll(students.Select(EnrolAsync));
        return _free;
    }

    private async Task<bool> EnrolAsync(string student)
    {
        int free = _free; // expect: RACE?, CHECK_THEN_ACT?
        if (free == 0)
        {
            return false;
        }
        if (!await payments.ChargeAsync(student, fee))
        {
            return false;
        }
        _free = free - 1; // expect: RACE
        return true;
    }
}
