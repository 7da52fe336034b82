// Two workers can both pass the comparison; the smaller reading may then overwrite the larger one. difficulty: easy
namespace Cases.U503;

public sealed record Reading(string Sensor, double Celsius);

public sealed class HeatScan
{
    private double _max = double.MinValue;
    private string _where = "";

    public string Hottest(IEnumerable<Reading> readings)
    {
        Parallel.ForEach(readings, reading =>
        {
            if (reading.Celsius > _max) // expect: RACE?
            {
                _max = reading.Celsius; // expect: RACE
                _where = reading.Sensor; // expect: RACE
            }
        });
        return $"{_where}: {_max:F1}";
    }
}
