namespace Blind.C1184;

public abstract class Combatant
{
    private readonly object _sync = new();
    protected int Health;
    protected int Shield;

    protected Combatant(int health, int shield)
    {
        Health = health;
        Shield = shield;
    }

    public int Hit(int damage)
    {
        lock (_sync)
        {
            ApplyDamage(damage);
            return Health;
        }
    }

    public void Rest()
    {
        lock (_sync)
        {
            Recover();
        }
    }

    public (int Health, int Shield) Status()
    {
        lock (_sync)
        {
            return (Health, Shield);
        }
    }

    protected abstract void ApplyDamage(int damage);

    protected abstract void Recover();
}

public sealed class Paladin : Combatant
{
    private int _blocked;

    public Paladin() : base(100, 40)
    {
    }

    protected override void ApplyDamage(int damage)
    {
        var absorbed = Math.Min(Shield, damage);
        Shield -= absorbed;
        Health -= damage - absorbed;
        _blocked += absorbed;
    }

    protected override void Recover()
    {
        Shield = Math.Min(40, Shield + _blocked / 2);
        _blocked = 0;
    }
}

public static class Program
{
    public static void Main()
    {
        var paladin = new Paladin();
        var attackers = new Thread[3];
        for (var i = 0; i < attackers.Length; i++)
        {
            var strength = i + 1;
            attackers[i] = new Thread(() =>
            {
                for (var n = 0; n < 10; n++)
                {
                    paladin.Hit(strength);
                }
            });
        }

        foreach (var t in attackers)
        {
            t.Start();
        }

        paladin.Rest();
        foreach (var t in attackers)
        {
            t.Join();
        }

        Console.WriteLine(paladin.Status());
    }
}
